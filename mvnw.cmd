@echo off
rem Runs Maven: the one on the PATH when it is 3.8 or newer, otherwise the one that
rem .mvn\wrapper\maven-wrapper.properties names, fetched once into .m2\wrapper\dists.
setlocal
for /f "tokens=3" %%v in ('mvn --version 2^>nul ^| findstr /b /c:"Apache Maven"') do (
  for /f "tokens=1,2 delims=." %%a in ("%%v") do (
    if %%a GTR 3 goto :installed
    if %%a EQU 3 if %%b GEQ 8 goto :installed
  )
)

for /f "usebackq tokens=1,* delims==" %%a in ("%~dp0.mvn\wrapper\maven-wrapper.properties") do (
  if "%%a"=="distributionUrl" set "url=%%b"
  if "%%a"=="distributionSha512Sum" set "sum=%%b"
)
for %%f in ("%url%") do set "name=%%~nf"
set "name=%name:-bin=%"
set "dists=%USERPROFILE%\.m2\wrapper\dists"
if exist "%dists%\%name%\bin\mvn.cmd" goto :fetched

echo mvnw: fetching %url% 1>&2
powershell -NoProfile -Command "$ErrorActionPreference='Stop'; $ProgressPreference='SilentlyContinue'; $new=Join-Path $env:dists ([guid]::NewGuid()); $null=New-Item -ItemType Directory -Force $new; try { Invoke-WebRequest -UseBasicParsing $env:url -OutFile $new\maven.zip; if ($env:sum -and (Get-FileHash -Algorithm SHA512 $new\maven.zip).Hash -ne $env:sum) { throw 'the file is not the one distributionSha512Sum promises' }; Expand-Archive $new\maven.zip $new; Move-Item $new\$env:name $env:dists } finally { Remove-Item -Recurse -Force $new }"
if errorlevel 1 exit /b 1

:fetched
call "%dists%\%name%\bin\mvn.cmd" %*
exit /b %errorlevel%

:installed
call mvn %*
exit /b %errorlevel%
